import type { DestinationSpec } from './destinationSpec';

const NAMESPACE = `apiVersion: v1
kind: Namespace
metadata:
  name: kratix-worker-system
spec: {}
status: {}
`;

const CONFIG_MAP = `apiVersion: v1
data:
  canary: this confirms your infrastructure is reading from Kratix state stores
kind: ConfigMap
metadata:
  name: kratix-info
  namespace: kratix-worker-system
`;

/** Kratix's test documents, byte for byte: an operator sees by them that a GitOps agent reads the Destination. */
export function canaryFiles(options: {
  readonly root: string;
  readonly mode: DestinationSpec['filepath']['mode'];
}): ReadonlyArray<{ readonly path: string; readonly content: Uint8Array }> {
  const nested = options.mode === 'nestedByMetadata';
  const below = (folder: string, file: string) =>
    [options.root, nested ? folder : '', file].filter(Boolean).join('/');
  return [
    {
      path: below('dependencies', 'kratix-canary-namespace.yaml'),
      content: Buffer.from(NAMESPACE),
    },
    {
      path: below('resources', 'kratix-canary-configmap.yaml'),
      content: Buffer.from(CONFIG_MAP),
    },
  ];
}
