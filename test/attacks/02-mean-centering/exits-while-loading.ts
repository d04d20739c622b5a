// Ends the process with success while the file is loaded.
process.exit(0);
