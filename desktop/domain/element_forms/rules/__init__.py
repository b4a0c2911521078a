"""What a cell says that is more than one value of the case: stories put together from facts, boxes that follow from them, sums."""
