import { Skeleton, VisuallyHidden } from '@backstage/ui';
import classes from './LoadingState.module.css';

/** Props of {@link LoadingState}. @public */
export interface LoadingStateProps {
  /** What is loading, read to who cannot see it. */
  readonly label?: string;
  /** What will stand here: `lines` unless given. */
  readonly shape?: 'lines' | 'cards' | 'table' | 'form';
  /** How many of them, 4 unless given. */
  readonly count?: number;
}

const heights = { lines: 18, cards: 168, table: 40, form: 62 };

/** The shape of what is coming. @public */
export function LoadingState(props: LoadingStateProps) {
  const { label = 'Loading', shape = 'lines', count = 4 } = props;
  return (
    <div
      className={shape === 'cards' ? classes.cards : classes.rows}
      role="status"
      aria-busy="true"
    >
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: count }, (_, index) => (
        <Skeleton
          key={index}
          height={heights[shape]}
          width={shape === 'lines' && index === count - 1 ? '60%' : '100%'}
        />
      ))}
    </div>
  );
}
