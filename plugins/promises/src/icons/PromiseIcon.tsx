import { useApp } from '@backstage/core-plugin-api';
import { RiBox3Line } from '@remixicon/react';
import { promiseIcons } from './promiseIcons';
import styles from './PromiseIcon.module.css';

/** The icon of a Promise on a tile. Decoration: its title stands beside it. */
export function PromiseIcon(props: {
  readonly icon?: string;
  readonly size?: 'small' | 'medium';
}) {
  const { icon, size = 'medium' } = props;
  const app = useApp();
  const Own = icon ? promiseIcons[icon] : undefined;
  const System = icon && !Own ? app.getSystemIcon(icon) : undefined;
  return (
    <span className={styles.tile} data-size={size} aria-hidden="true">
      {Own && <Own />}
      {System && <System fontSize="inherit" />}
      {!Own && !System && <RiBox3Line />}
    </span>
  );
}
