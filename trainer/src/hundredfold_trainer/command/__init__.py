"""`hundredfold-train`."""
