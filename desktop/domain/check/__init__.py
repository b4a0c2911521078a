"""What a judge would say of an agreement after reading it, said before it is printed: one file of rules for each matter."""
