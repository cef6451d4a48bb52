import { Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import type { RequestFile } from '@promissory/plugin-promises-common';
import {
  ErrorState,
  LoadingState,
  promisesApiRef,
} from '@promissory/plugin-promises-react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { TextBlock } from '../../yaml/TextBlock';
import { decodeFile } from './decodeFile';

/** Larger files are not drawn. */
const MOST_BYTES = 1_000_000;

/** What one file says. Addressed by hash, so it never changes and is read once. */
export function FileContent(props: {
  readonly uid: string;
  readonly file: RequestFile;
}) {
  const { uid, file } = props;
  const api = useApi(promisesApiRef);
  const isLarge = file.bytes > MOST_BYTES;
  const content = useAsyncRetry(
    async () =>
      isLarge
        ? undefined
        : decodeFile(await api.getRequestFile(uid, file.sha256)),
    [api, uid, file.sha256, isLarge],
  );
  if (isLarge) {
    return <Text color="secondary">Too large to be shown here.</Text>;
  }
  if (content.loading) {
    return <LoadingState label="Loading the file" />;
  }
  if (content.error) {
    return (
      <ErrorState
        error={content.error}
        what="Loading the file"
        onRetry={content.retry}
      />
    );
  }
  return content.value === undefined ? (
    <Text color="secondary">This file is not text.</Text>
  ) : (
    <TextBlock
      label={`Content of ${file.path}`}
      path={file.path}
      text={content.value}
    />
  );
}
