"""What is remembered: the nouns, their queries and their migrations. Never imports `desktop`."""
