"""The experiment of chapter 4 at full size: thousands of small networks, trained as one Keras model."""
