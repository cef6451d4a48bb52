/** Titles of the example Promises, in the order of the marketplace. */
export const EXAMPLE_TITLES = [
  'CI pipeline',
  'Company standards',
  'Kubernetes namespace',
  'Monitoring',
  'Network policies',
  'PostgreSQL',
  'Production-ready microservice',
];
