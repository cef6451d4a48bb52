export { locateProblems } from './locateProblems';
export { parseYaml, type ParsedYaml } from './parseYaml';
export { patchYaml } from './patchYaml';
export { YamlEditor, type YamlEditorProps } from './YamlEditor';
export type { YamlProblem } from './YamlProblem';
export { YamlView, type YamlViewProps } from './YamlView';
