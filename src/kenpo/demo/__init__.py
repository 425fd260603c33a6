"""Made-up people and the tour that shows the product on them."""
