import type { ReactNode } from 'react';
import type { RemixiconComponentType } from '@remixicon/react';
import { Text } from '@backstage/ui';
import type { Tone } from '../status/Tone';
import tones from '../status/tones.module.css';
import classes from './StatePanel.module.css';

/** Props of {@link StatePanel}. */
export interface StatePanelProps {
  readonly icon: RemixiconComponentType;
  readonly title: string;
  readonly children?: ReactNode;
  /** Buttons and links: what the person can do. */
  readonly actions?: ReactNode;
  readonly tone?: Extract<Tone, 'neutral' | 'danger' | 'warning'>;
  readonly role?: 'alert' | 'status';
}

/** The frame of the states in which there is nothing to show. */
export function StatePanel(props: StatePanelProps) {
  const { icon: Icon, title, children, actions, tone, role } = props;
  return (
    <section className={classes.panel} role={role}>
      <span className={`${classes.icon} ${tones[tone ?? 'neutral']}`}>
        <Icon aria-hidden size={28} />
      </span>
      <Text as="h2" variant="title-x-small" className={classes.title}>
        {title}
      </Text>
      <div className={classes.words}>{children}</div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </section>
  );
}
