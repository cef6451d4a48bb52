import { Select, TextField, Text } from '@backstage/ui';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';
import type { NamespaceChoice } from '@promissory/plugin-promises-common';
import type { OrderDraft } from '../OrderDraft';
import type { SplitErrors } from '../splitErrors';
import { checkName } from './checkName';
import { ownersIn, targetChoices } from './namespaceChoices';
import styles from './TargetFields.module.css';

/** Name, namespace and owner of a new request. Namespace and owner are drawn only where there is a choice. */
export function TargetFields(props: {
  readonly draft: OrderDraft;
  readonly choices: readonly NamespaceChoice[];
  readonly errors: SplitErrors;
  /** The person tried to go on, so what is missing is said too. */
  readonly isChecked: boolean;
  readonly onChange: (part: Partial<OrderDraft>) => void;
}) {
  const { draft, choices, errors, isChecked, onChange } = props;
  const { namespaces, patterns } = targetChoices(choices);
  const owners = ownersIn(draft.namespace, choices);
  const nameProblem =
    errors.name ??
    (isChecked || draft.name !== '' ? checkName(draft.name) : undefined);
  const hasNamespaceChoice = namespaces.length > 1 || patterns.length > 0;
  const hasOwnerChoice = owners.length > 1;

  const changeNamespace = (namespace: string) => {
    const possible = ownersIn(namespace, choices);
    onChange({
      namespace,
      owner: possible.includes(draft.owner)
        ? draft.owner
        : possible[0] ?? draft.owner,
    });
  };

  return (
    <div className={styles.fields}>
      <div>
        <TextField
          label="Name of the request"
          description="Small letters, digits, hyphens and dots, at most 63. It cannot be changed later."
          value={draft.name}
          onChange={name => onChange({ name })}
          isRequired
          isInvalid={nameProblem !== undefined}
          aria-describedby="promises-order-name-problem"
          autoComplete="off"
          spellCheck="false"
        />
        <Problem id="promises-order-name-problem" message={nameProblem} />
      </div>
      {hasNamespaceChoice && patterns.length === 0 && (
        <div>
          <Select
            label="Namespace"
            options={namespaces.map(id => ({ id, label: id }))}
            value={draft.namespace}
            onChange={key => changeNamespace(String(key ?? ''))}
          />
          <Problem message={errors.namespace} />
        </div>
      )}
      {patterns.length > 0 && (
        <div>
          <TextField
            label="Namespace"
            description={`You may use ${[...namespaces, ...patterns].join(
              ', ',
            )}.`}
            value={draft.namespace}
            onChange={changeNamespace}
            isRequired
            isInvalid={errors.namespace !== undefined}
            autoComplete="off"
            spellCheck="false"
          />
          <Problem
            message={
              errors.namespace ??
              (isChecked && owners.length === 0
                ? 'You may not order in this namespace.'
                : undefined)
            }
          />
        </div>
      )}
      {hasOwnerChoice && (
        <div>
          <Select
            label="Owner"
            description="Who may change and delete it later."
            options={owners.map(id => ({ id, label: parseEntityRef(id).name }))}
            value={draft.owner}
            onChange={key => onChange({ owner: String(key ?? '') })}
          />
          <Problem message={errors.owner} />
        </div>
      )}
      {(!hasNamespaceChoice || !hasOwnerChoice) && (
        <Text variant="body-small" color="secondary">
          {!hasNamespaceChoice && `In the namespace ${draft.namespace}. `}
          {!hasOwnerChoice && draft.owner && (
            <>
              Owned by{' '}
              <EntityDisplayName
                entityRef={draft.owner}
                hideIcon
                disableTooltip
              />
              .
            </>
          )}
        </Text>
      )}
      {!hasNamespaceChoice && errors.namespace && (
        <Problem message={errors.namespace} />
      )}
      {!hasOwnerChoice && errors.owner && <Problem message={errors.owner} />}
    </div>
  );
}

function Problem(props: {
  readonly id?: string;
  readonly message: string | undefined;
}) {
  return (
    <p id={props.id} className={styles.problem} aria-live="polite">
      {props.message}
    </p>
  );
}
