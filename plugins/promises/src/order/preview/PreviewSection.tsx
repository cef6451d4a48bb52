import { Alert } from '@backstage/ui';
import type { Preview } from '@promissory/plugin-promises-common';
import { ErrorState, LoadingState } from '@promissory/plugin-promises-react';
import { Section } from '../../layout/Section';
import { ViolationList } from '../../request/violations/ViolationList';
import type { OrderDraft } from '../OrderDraft';
import { PreviewRequests } from './PreviewRequests';
import { usePreview } from './usePreview';
import styles from './Preview.module.css';

/** What an order or a change would bring; it can be sent while this is still being worked out, and where it cannot be. */
export function PreviewSection(props: {
  readonly promise: string;
  readonly draft: OrderDraft;
  /** Of a request that is there. */
  readonly isChange: boolean;
}) {
  const { promise, draft, isChange } = props;
  const { value, error, loading, retry } = usePreview(promise, draft);
  return (
    <Section title={isChange ? 'What becomes of it' : 'What it brings'}>
      {loading && <LoadingState label="Working out what it brings" />}
      {error && !loading && (
        <ErrorState
          error={error}
          what="Working out what it brings"
          onRetry={retry}
        />
      )}
      {value && !loading && <Found preview={value} />}
    </Section>
  );
}

function Found({ preview }: { readonly preview: Preview }) {
  const { requests, notes, isComplete } = preview;
  const violations = requests.flatMap(one => one.violations);
  const gone = requests.filter(({ change }) => change === 'Deleted');
  const [root] = requests;
  return (
    <div className={styles.preview}>
      {violations.length > 0 && (
        <>
          <Alert
            status={
              violations.some(({ severity }) => severity === 'error')
                ? 'danger'
                : 'warning'
            }
            icon
            title="It breaks rules"
            description={
              root.outcome === 'Failed'
                ? 'As it is, the order would fail. Go back to the form and change what these say.'
                : 'It would be delivered all the same.'
            }
          />
          <ViolationList violations={violations} />
        </>
      )}
      {gone.length > 0 && (
        <Alert
          status="warning"
          icon
          title={`${gone.length} ${
            gone.length === 1 ? 'part is' : 'parts are'
          } deleted, with all that is in ${gone.length === 1 ? 'it' : 'them'}`}
          description={gone
            .map(({ promise, name }) => `${promise.title} ${name}`)
            .join(', ')}
        />
      )}
      {!isComplete && violations.length === 0 && (
        <Alert
          status="info"
          icon
          title="Not everything is known before it is ordered"
          description={[...notes, root.message].filter(Boolean).join('\n')}
        />
      )}
      <PreviewRequests requests={requests} />
    </div>
  );
}
