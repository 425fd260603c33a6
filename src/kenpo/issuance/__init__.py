"""Certificates and notices: who is due, and what stands on the face. Pure."""
