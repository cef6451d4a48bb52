import { setIn } from '../fixtures/setIn';
import { pipelineDocument, promiseDocument } from '../fixtures/promiseDocument';
import { checkPromise } from './checkPromise';
import { parsePromise } from './parsePromise';

const PIPELINE = 'spec.workflows.resource.configure.0';

function check(change: Record<string, unknown>) {
  const document = Object.entries(change).reduce<unknown>(
    (result, [path, value]) => setIn(result, path.split('.'), value),
    promiseDocument(),
  );
  const { definition, findings } = parsePromise(document);
  return [...findings, ...(definition ? checkPromise(definition) : [])];
}

describe('checkPromise', () => {
  it('has nothing against a good Promise', () => {
    expect(check({})).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string, string | RegExp]>([
    [
      'a pipeline of another kind',
      { [`${PIPELINE}.kind`]: 'ConfigMap', [`${PIPELINE}.apiVersion`]: 'v1' },
      'spec.workflows.resource.configure[0]',
      /unsupported pipeline "render" with APIVersion "ConfigMap\/v1"/,
    ],
    [
      'a pipeline of another version',
      { [`${PIPELINE}.apiVersion`]: 'platform.kratix.io/v1' },
      'spec.workflows.resource.configure[0]',
      /failed parsing resource\.configure pipeline: unsupported pipeline "render" with APIVersion "Pipeline\/platform\.kratix\.io\/v1"/,
    ],
    [
      'an unknown field of a pipeline',
      { [`${PIPELINE}.spec.steps`]: [] },
      'spec.workflows.resource.configure[0].spec.steps',
      'failed parsing resource.configure pipeline: failed unmarshalling pipeline render: json: unknown field "steps"',
    ],
    [
      'an unknown field of a container',
      { [`${PIPELINE}.spec.containers.0.livenessProbe`]: {} },
      'spec.workflows.resource.configure[0].spec.containers[0].livenessProbe',
      'failed parsing resource.configure pipeline: failed unmarshalling pipeline render: json: unknown field "livenessProbe"',
    ],
    [
      'two pipelines of one name',
      { 'spec.workflows.resource.configure.1': pipelineDocument('render') },
      'spec.workflows.resource.configure[1].metadata.name',
      'duplicate pipeline name "render" in workflow "resource" action "configure"',
    ],
    [
      'a pipeline with a name that is too long',
      { [`${PIPELINE}.metadata.name`]: 'x'.repeat(37) },
      'spec.workflows.resource.configure[0].metadata.name',
      /^resource\.configure pipeline with name ".+" is too long\. The name is used when generating resources for the pipeline,including the ServiceAccount which follows the format of "site-resource-configure-x+", which cannot be longer than 60 characters in total$/,
    ],
    [
      'a pipeline without a name',
      { [`${PIPELINE}.metadata`]: {} },
      'spec.workflows.resource.configure[0].metadata.name',
      /Required/,
    ],
    [
      'a bad label value',
      { [`${PIPELINE}.metadata.labels`]: { team: 'a bad value' } },
      'spec.workflows.resource.configure[0].metadata.labels.team',
      /^invalid label value "a bad value" for key "team" in workflow "resource" action "configure": a valid label must be an empty string or consist of/,
    ],
    [
      'a bad label key',
      { [`${PIPELINE}.metadata.labels`]: { 'invalid key': 'x' } },
      'spec.workflows.resource.configure[0].metadata.labels[invalid key]',
      /^invalid label key "invalid key" in workflow "resource" action "configure": /,
    ],
    [
      'a container without an image',
      { [`${PIPELINE}.spec.containers.0.image`]: undefined },
      'spec.workflows.resource.configure[0].spec.containers[0].image',
      /Required/,
    ],
    [
      'a bad name of a container',
      { [`${PIPELINE}.spec.containers.0.name`]: 'Bad_Name' },
      'spec.workflows.resource.configure[0].spec.containers[0].name',
      /Invalid value: "Bad_Name": must be a lowercase RFC 1123 label/,
    ],
    [
      'two containers of one name',
      { [`${PIPELINE}.spec.containers.1`]: { name: 'render', image: 'x' } },
      'spec.workflows.resource.configure[0].spec.containers[1].name',
      'Duplicate value: "render"',
    ],
    [
      'a container with a name of Kratix',
      { [`${PIPELINE}.spec.containers.0.name`]: 'reader' },
      'spec.workflows.resource.configure[0].spec.containers[0].name',
      /Duplicate value: "reader": Kratix has a container/,
    ],
    [
      'a mount of no volume',
      {
        [`${PIPELINE}.spec.containers.0.volumeMounts`]: [
          { name: 'gone', mountPath: '/gone' },
        ],
      },
      'spec.workflows.resource.configure[0].spec.containers[0].volumeMounts[0].name',
      /Not found: "gone"/,
    ],
    [
      'an unknown restart policy',
      { [`${PIPELINE}.spec.restartPolicy`]: 'Always' },
      'spec.workflows.resource.configure[0].spec.restartPolicy',
      /valid values: "OnFailure", "Never"/,
    ],
    [
      'a cluster wide API',
      { 'spec.api.spec.scope': 'Cluster' },
      'spec.api.spec.scope',
      'promise api needs to be namespace scoped; spec.api.spec.scope cannot be: Cluster',
    ],
    [
      'an API that is something else',
      { 'spec.api.kind': 'Deployment' },
      'spec.api.kind',
      /^api is not a valid CRD: its kind is Deployment/,
    ],
    [
      'an API without a group',
      { 'spec.api.spec.group': undefined },
      'spec.api.spec.group',
      /^api is not a valid CRD: Required: must be a string/,
    ],
    [
      'an API with a name that does not fit',
      { 'spec.api.metadata.name': 'items.other.example' },
      'spec.api.metadata.name',
      /^Invalid value: "items\.other\.example": must be spec\.names\.plural\+"\."\+spec\.group/,
    ],
    [
      'an API without versions',
      { 'spec.api.spec.versions': undefined },
      'spec.api.spec.versions',
      /at least one version/,
    ],
    [
      'an API that stores no version',
      { 'spec.api.spec.versions.0.storage': false },
      'spec.api.spec.versions',
      /exactly one version marked as storage version/,
    ],
    [
      'an API that serves no version',
      { 'spec.api.spec.versions.0.served': false },
      'spec.api.spec.versions',
      /no version is served/,
    ],
    [
      'an API without a schema',
      { 'spec.api.spec.versions.0.schema': undefined },
      'spec.api.spec.versions[0].schema.openAPIV3Schema',
      /schemas are required/,
    ],
    [
      'a field without a type',
      {
        'spec.api.spec.versions.0.schema.openAPIV3Schema.properties.spec.properties.title':
          { description: 'x' },
      },
      'spec.api.spec.versions[0].schema.openAPIV3Schema.properties[spec].properties[title].type',
      'Required: must not be empty for specified object fields',
    ],
    [
      'a list without items',
      {
        'spec.api.spec.versions.0.schema.openAPIV3Schema.properties.spec.properties.title':
          { type: 'array' },
      },
      'spec.api.spec.versions[0].schema.openAPIV3Schema.properties[spec].properties[title].items',
      /must be specified/,
    ],
    [
      'an interval that is none',
      { 'spec.workflows.config': { reconciliationInterval: 'often' } },
      'spec.workflows.config.reconciliationInterval',
      /^Invalid value: "often": must be a valid duration/,
    ],
    [
      'an interval below a minute',
      { 'spec.workflows.config': { reconciliationInterval: '0s' } },
      'spec.workflows.config.reconciliationInterval',
      'Invalid value: "0s": must be at least 1m0s',
    ],
    [
      'an annotated interval below a minute',
      {
        'metadata.annotations': { 'kratix.io/reconciliation-interval': '30s' },
      },
      'metadata.annotations[kratix.io/reconciliation-interval]',
      /must be at least 1m0s/,
    ],
    [
      'a name that Kubernetes does not take',
      { 'metadata.name': 'My_Site' },
      'metadata.name',
      /RFC 1123 subdomain/,
    ],
    [
      'a Promise that requires itself',
      { 'spec.requiredPromises': [{ name: 'site' }] },
      'spec.requiredPromises[0].name',
      /never becomes available/,
    ],
    [
      'a selector that is no text',
      {
        'spec.destinationSelectors': [{ matchLabels: { pci: true } }],
      },
      'spec.destinationSelectors[0].matchLabels.pci',
      'Invalid type: must be a string, not a boolean',
    ],
    [
      'pipelines that are no list',
      { 'spec.workflows.resource.configure': { name: 'render' } },
      'spec.workflows.resource.configure',
      'Invalid type: must be a list, not an object',
    ],
  ])('refuses %s', (_, change, path, message) => {
    const messages = check(change)
      .filter(finding => finding.severity === 'error' && finding.path === path)
      .map(finding => finding.message);
    const [first] = messages;
    expect(messages).toEqual([first]);
    expect(first).toMatch(message);
  });

  it('takes a pipeline name that just fits', () => {
    expect(check({ [`${PIPELINE}.metadata.name`]: 'x'.repeat(36) })).toEqual(
      [],
    );
  });

  it.each<[string, Record<string, unknown>, string]>([
    [
      'an unknown field of the spec',
      { 'spec.surprise': 1 },
      'unknown field "spec.surprise"; it is ignored',
    ],
    [
      'an API version that Kratix does not look at',
      { 'spec.api.apiVersion': 'apiextensions.k8s.io/v1beta1' },
      'is read as apiextensions.k8s.io/v1',
    ],
    [
      'a pipeline without containers',
      { [`${PIPELINE}.spec`]: {} },
      'does nothing',
    ],
    [
      'an API without pipelines',
      { 'spec.workflows': undefined },
      'a request leads to nothing',
    ],
    [
      'more than one delete pipeline',
      {
        'spec.workflows.resource.delete': [
          pipelineDocument('a'),
          pipelineDocument('b'),
        ],
      },
      'runs only the first of these 2',
    ],
    [
      'selectors that contradict each other',
      {
        'spec.destinationSelectors.1': { matchLabels: { environment: 'prod' } },
      },
      'environment=dev is what is selected',
    ],
    [
      'a dependency that is no object of Kubernetes',
      { 'spec.dependencies': [{ kind: 'ConfigMap' }] },
      'apiVersion, metadata.name are missing',
    ],
  ])('warns of %s', (_, change, message) => {
    expect(check(change)).toEqual([
      {
        severity: 'warning',
        path: expect.any(String),
        message: expect.stringContaining(message),
      },
    ]);
  });

  it.each([null, undefined, {}])('says that %j is no API', api => {
    expect(check({ 'spec.api': api })).toContainEqual({
      severity: 'info',
      path: 'spec.api',
      message: 'This Promise has no API, so it takes no requests',
    });
  });
});
