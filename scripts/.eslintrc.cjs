module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  // These are commands: they print, and they take what they need from beside them.
  rules: { 'no-console': 'off' },
});
