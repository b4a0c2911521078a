"""The page of an agreement: left the writing, right the paper itself, living, and under it the check."""
