"""What the law and the centre say: pure functions over the nouns and over plain values."""
