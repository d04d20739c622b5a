// Does not come to an end while it is loaded.
for (;;);
