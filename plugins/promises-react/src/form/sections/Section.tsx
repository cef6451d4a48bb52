import type { ReactNode } from 'react';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import type { DataPath } from '@promissory/plugin-promises-common';
import { FieldErrors } from '../errors/FieldErrors';
import { fieldId } from '../fieldId';
import { useForm } from '../FormContext';
import { useFormSnapshot } from '../useFormSnapshot';
import { sectionSummary } from './sectionSummary';
import classes from './Section.module.css';

/** Props of {@link Section}. */
export interface SectionProps {
  readonly path: DataPath;
  readonly title: string;
  readonly description?: string;
  /** Said beside the title, for example `optional`. */
  readonly remark?: string;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Deeper sections begin closed: the first look is at what matters. */
const OPEN_DEPTH = 2;

/** A part of the form that can be closed; closed, it says in a line what is in it. */
export function Section(props: SectionProps) {
  const { path, title, description, remark, actions, children } = props;
  const { store, idPrefix } = useForm();
  const depth = path.length - store.base.length;
  const isOpen = useFormSnapshot(
    path,
    (_, at) => store.isSectionOpen(at) ?? depth <= OPEN_DEPTH,
  );
  const errors = useFormSnapshot(path, (_, at) => store.errorsAt(at));
  const warnings = useFormSnapshot(path, (_, at) => store.warningsAt(at));
  const summary = useFormSnapshot(path, () =>
    isOpen ? '' : sectionSummary(store.valueAt(path)),
  );
  const key = useFormSnapshot(path, (_, at) => at);
  const id = fieldId(idPrefix, key);
  const Arrow = isOpen ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <section
      id={id}
      className={classes.section}
      data-path={key}
      aria-labelledby={`${id}-title`}
    >
      <div className={classes.header}>
        <div
          role="heading"
          aria-level={Math.min(6, depth + 2)}
          className={classes.heading}
        >
          <button
            type="button"
            id={`${id}-title`}
            className={classes.toggle}
            aria-expanded={isOpen}
            aria-controls={`${id}-body`}
            aria-describedby={`${id}-error`}
            onClick={() => store.setSectionOpen(key, !isOpen)}
          >
            <Arrow aria-hidden size={18} />
            <span className={classes.title}>{title}</span>
            {remark && <span className={classes.remark}>({remark})</span>}
          </button>
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {summary && <p className={classes.summary}>{summary}</p>}
      <FieldErrors
        id={`${id}-error`}
        label={title}
        errors={errors}
        warnings={warnings}
      />
      <div id={`${id}-body`} className={classes.body} hidden={!isOpen}>
        {isOpen && (
          <>
            {description && (
              <p className={classes.description}>{description}</p>
            )}
            {children}
          </>
        )}
      </div>
    </section>
  );
}
