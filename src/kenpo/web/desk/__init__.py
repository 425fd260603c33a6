"""The reception desk: what did the patient bring, and what may be accepted today."""
