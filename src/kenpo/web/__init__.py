"""The screens. The only HTTP."""
