export { KUBERNETES_YAML } from './kubernetesYaml';
