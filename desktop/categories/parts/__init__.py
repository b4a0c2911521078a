"""Facts that several kinds of dispute ask for in the same words; a category takes what it needs."""
