"""What is looked at before the GPU is warm."""
