module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  // These are commands: they print.
  rules: { 'no-console': 'off' },
});
