"""New dispute: one sheet, written by keyboard, from the first word to the entry number."""
