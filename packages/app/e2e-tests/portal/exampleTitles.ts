/** Titles of the example Promises, in the order of the marketplace: the compound one first, what nobody orders last. */
export const EXAMPLE_TITLES = [
  'Production-ready microservice',
  'CI pipeline',
  'Kubernetes namespace',
  'Monitoring',
  'Network policies',
  'PostgreSQL',
  'Company standards',
];
