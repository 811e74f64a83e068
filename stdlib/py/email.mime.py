"""Messages of the MIME types."""
