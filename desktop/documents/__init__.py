"""What is printed: documents as data, and the two renderers that set them as PDF and DOCX."""
