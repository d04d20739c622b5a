// Exports getters that do not come to an end when somebody looks for the function.
module.exports = {
  get mean() {
    for (;;);
  },
};
