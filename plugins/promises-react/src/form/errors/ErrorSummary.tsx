import { forwardRef, useSyncExternalStore } from 'react';
import { RiErrorWarningLine } from '@remixicon/react';
import { formatPath } from '@promissory/plugin-promises-common';
import { fieldId } from '../fieldId';
import { useForm } from '../FormContext';
import { revealField } from '../revealField';
import { locateField } from '../store/locateField';
import { compareOrder } from './compareOrder';
import { isPredicate } from './isPredicate';
import { readablePath } from './readablePath';
import classes from './ErrorSummary.module.css';

/** Every error that keeps the form from being sent, with a link to its field. */
export const ErrorSummary = forwardRef<HTMLDivElement>((_, ref) => {
  const { store, idPrefix } = useForm();
  const errors = useSyncExternalStore(
    listener => store.subscribeErrors(listener),
    store.visibleErrors,
  );
  const entries = errors.map(error => {
    const { path, titles, order } = locateField({
      root: store.root,
      base: store.base,
      errorPath: error.path,
      object: store.valueAt([]),
    });
    return {
      error,
      id: fieldId(idPrefix, formatPath(path)),
      titles,
      order,
    };
  });
  entries.sort((one, other) => compareOrder(one.order, other.order));
  const count = errors.length;
  return (
    <div ref={ref} tabIndex={-1} className={classes.anchor}>
      <div role="status" aria-live="polite">
        {count > 0 && (
          <p className={classes.title}>
            <RiErrorWarningLine aria-hidden size={18} />
            {count === 1
              ? 'There is one problem'
              : `There are ${count} problems`}
          </p>
        )}
      </div>
      {count > 0 && (
        <ul className={classes.list}>
          {entries.map(({ error, id, titles }) => (
            <li key={`${error.path} ${error.message}`}>
              <a
                href={`#${id}`}
                onClick={event => {
                  event.preventDefault();
                  revealField({ store, idPrefix, errorPath: error.path });
                }}
              >
                {titles.length > 0
                  ? titles.map(title => title || 'new entry').join(' › ')
                  : readablePath(error.path)}
              </a>
              {isPredicate(error.message) ? ' ' : ': '}
              {error.message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
});
ErrorSummary.displayName = 'ErrorSummary';
