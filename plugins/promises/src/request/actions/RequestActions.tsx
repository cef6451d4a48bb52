import { useState } from 'react';
import { Alert } from '@backstage/ui';
import { RiDeleteBinLine, RiEditLine } from '@remixicon/react';
import { useNavigate } from 'react-router-dom';
import type { ResourceRequestDetail } from '@promissory/plugin-promises-common';
import { describeError } from '@promissory/plugin-promises-react';
import { usePromisesLinks } from '../../routing/usePromisesLinks';
import { whyNot } from '../actionRules';
import { BelongsTo } from '../relatives/BelongsTo';
import { ActionButton } from './ActionButton';
import { DeleteDialog } from './DeleteDialog';
import { useVerb } from './useVerb';
import { verbButtons } from './verbButtons';
import styles from './RequestActions.module.css';

/** What can be done to a request; what cannot says why. */
export function RequestActions(props: {
  readonly request: ResourceRequestDetail;
  readonly onChanged: () => void;
}) {
  const { request, onChanged } = props;
  const links = usePromisesLinks();
  const navigate = useNavigate();
  const verb = useVerb(request.uid, onChanged);
  const [isDeleting, setDeleting] = useState(false);
  return (
    <div className={styles.actions}>
      <div className={styles.buttons}>
        {verbButtons(request).map(each => (
          <ActionButton
            key={each.verb}
            label={each.label}
            icon={each.icon}
            whyNot={whyNot(each.verb, request)}
            isPending={verb.running === each.verb}
            onPress={() => verb.act(each.verb)}
          />
        ))}
        {!request.parentUid && (
          <ActionButton
            label="Change"
            icon={<RiEditLine />}
            whyNot={whyNot('update', request)}
            onPress={() => navigate(links.change(request.uid))}
          />
        )}
        <ActionButton
          label="Delete"
          icon={<RiDeleteBinLine />}
          isDestructive
          whyNot={whyNot('delete', request)}
          onPress={() => setDeleting(true)}
        />
      </div>
      <BelongsTo request={request} />
      {verb.error !== undefined && (
        <Alert
          status="danger"
          icon
          role="alert"
          title={describeError(verb.error).title}
          description={`${describeError(verb.error).message} ${
            describeError(verb.error).remedy
          }`}
        />
      )}
      <DeleteDialog
        request={request}
        isOpen={isDeleting}
        onClose={() => setDeleting(false)}
        onDeleted={onChanged}
      />
    </div>
  );
}
