"""The rule books: parsed, proven, compiled and explained. Pure; text is handed in."""
