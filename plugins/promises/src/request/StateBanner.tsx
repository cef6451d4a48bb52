import { Text } from '@backstage/ui';
import type { ResourceRequestDetail } from '@promissory/plugin-promises-common';
import { requestStateLook } from '@promissory/plugin-promises-react';
import { RelativeTime } from '../time/RelativeTime';
import { CauseLinks } from './children/CauseLinks';
import { stateMessage } from './stateMessage';
import { stateTitle } from './stateTitle';
import styles from './StateBanner.module.css';

/** The one truthful state of a request, with the reason in words and what comes next. */
export function StateBanner(props: {
  readonly request: Pick<ResourceRequestDetail, 'state' | 'children'>;
}) {
  const { state, children } = props.request;
  const look = requestStateLook[state.name];
  const Icon = look.icon;
  return (
    <section
      className={styles.banner}
      data-tone={look.tone}
      data-state={state.name}
      aria-label="State"
    >
      <Icon
        aria-hidden
        size={36}
        className={state.name === 'Running' ? styles.turning : undefined}
      />
      <div className={styles.words} role="status">
        <Text
          as="h3"
          variant="title-small"
          weight="bold"
          className={styles.title}
        >
          {stateTitle(state)}
        </Text>
        <p className={styles.message}>
          {stateMessage(state) || `${look.meaning}.`}
        </p>
        <CauseLinks
          state={state}
          children={children}
          className={styles.cause}
        />
        <p className={styles.details}>
          {state.reason && state.reason !== state.name && (
            <>
              <code>{state.reason}</code> ·{' '}
            </>
          )}
          {state.step && <>step {state.step} · </>}
          since <RelativeTime at={state.since} />
          {state.nextTryAt && (
            <>
              {' '}
              · next try <RelativeTime at={state.nextTryAt} isToCome />
            </>
          )}
        </p>
      </div>
    </section>
  );
}
