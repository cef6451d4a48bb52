import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi } from '@backstage/core-plugin-api';
import type { ResourceRequestDetail } from '@promissory/plugin-promises-common';
import {
  ErrorState,
  LoadingState,
  promisesApiRef,
} from '@promissory/plugin-promises-react';
import { Section } from '../../layout/Section';
import { TextBlock } from '../../yaml/TextBlock';
import { toYaml } from '../../yaml/toYaml';

/** The request as the Kubernetes object that Kratix would show, as it is at its last change. */
export function RequestManifest(props: {
  readonly request: Pick<ResourceRequestDetail, 'uid' | 'name' | 'updatedAt'>;
}) {
  const { uid, name, updatedAt } = props.request;
  const api = useApi(promisesApiRef);
  const manifest = useAsyncRetry(
    () => api.getRequestManifest(uid),
    [api, uid, updatedAt],
  );
  if (!manifest.value && manifest.error) {
    return (
      <ErrorState
        error={manifest.error}
        what="Loading the manifest"
        onRetry={manifest.retry}
      />
    );
  }
  return manifest.value ? (
    <Section title="Manifest">
      <TextBlock
        label={`Manifest of ${name}`}
        path={`${name}.yaml`}
        text={toYaml(manifest.value)}
      />
    </Section>
  ) : (
    <LoadingState label="Loading the manifest" />
  );
}
