"""What people do: one call, one transaction, plain values in, nouns out."""
