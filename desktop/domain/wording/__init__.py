"""What stands in a Chinese text that somebody wrote or pasted: sums, rates, days, numbering, what is left of tracked changes."""
