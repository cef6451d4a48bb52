import type { Finding } from '../../api';
import { error, warning } from '../findings/findings';
import { formatPath } from '../findings/formatPath';
import { dnsLabelRule, isDnsLabel } from '../names/rules';
import type { PipelineContainer } from '../types';
import type { PipelinePlace } from './checkPipeline';

/** Names of the containers that Kratix puts into the same pod. */
const KRATIX_CONTAINERS = ['reader', 'work-writer', 'status-writer'];
/** Names of the volumes that Kratix gives every container. */
const KRATIX_VOLUMES = ['shared-input', 'shared-output', 'shared-metadata'];

/** What the API server would say of the pod of a pipeline, for what can be known without one. */
export function checkContainers(place: PipelinePlace): Finding[] {
  const { pipeline, path } = place;
  const { containers, restartPolicy, volumes } = pipeline.spec;
  const findings: Finding[] = [];
  if (containers.length === 0) {
    findings.push(
      warning(
        formatPath([...path, 'spec', 'containers']),
        `Pipeline "${pipeline.metadata.name}" has no containers and does nothing`,
      ),
    );
  }
  const policy: string | undefined = restartPolicy;
  if (policy !== undefined && policy !== 'OnFailure' && policy !== 'Never') {
    findings.push(
      error(
        formatPath([...path, 'spec', 'restartPolicy']),
        `Unsupported value: "${policy}": valid values: "OnFailure", "Never"`,
      ),
    );
  }
  const volumeNames = new Set<unknown>([
    ...KRATIX_VOLUMES,
    ...(volumes ?? []).map(({ name }) => name),
  ]);
  const taken = new Set(KRATIX_CONTAINERS);
  containers.forEach((container, index) => {
    const containerPath = [...path, 'spec', 'containers', index];
    findings.push(
      ...checkContainer(container, containerPath, taken),
      ...checkMounts(container, containerPath, volumeNames),
    );
    taken.add(container.name);
  });
  return findings;
}

function checkContainer(
  { name, image }: PipelineContainer,
  path: readonly (string | number)[],
  taken: ReadonlySet<string>,
): Finding[] {
  const findings: Finding[] = [];
  const namePath = formatPath([...path, 'name']);
  if (name === '') {
    findings.push(error(namePath, 'Required: a container needs a name'));
  } else if (!isDnsLabel(name)) {
    findings.push(
      error(namePath, `Invalid value: "${name}": ${dnsLabelRule()}`),
    );
  } else if (taken.has(name)) {
    findings.push(
      error(
        namePath,
        `Duplicate value: "${name}"${
          KRATIX_CONTAINERS.includes(name)
            ? ': Kratix has a container of this name in the same pod'
            : ''
        }`,
      ),
    );
  }
  if (image.trim() === '') {
    findings.push(
      error(
        formatPath([...path, 'image']),
        'Required: a container needs an image',
      ),
    );
  }
  return findings;
}

function checkMounts(
  { volumeMounts }: PipelineContainer,
  path: readonly (string | number)[],
  volumes: ReadonlySet<unknown>,
): Finding[] {
  return (volumeMounts ?? []).flatMap(({ name }, index) =>
    volumes.has(name)
      ? []
      : [
          error(
            formatPath([...path, 'volumeMounts', index, 'name']),
            `Not found: "${String(name)}": no such volume in spec.volumes`,
          ),
        ],
  );
}
