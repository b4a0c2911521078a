"""Heyi: what people see and do; see README.md for the map of the house."""
