"""The My Number card: APDUs, a virtual card, and the evidence a card gives. The only APDUs."""
