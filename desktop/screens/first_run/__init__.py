"""First start: make an office, open one, or look at the training office."""
