import { useEffect, useRef, useState } from 'react';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
  TextField,
} from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import type { ResourceRequestDetail } from '@promissory/plugin-promises-common';
import {
  describeError,
  promisesApiRef,
} from '@promissory/plugin-promises-react';
import { removalSummary } from '../removalSummary';
import styles from './DeleteDialog.module.css';

/** Says what goes with the request, and asks for its name before it does. */
export function DeleteDialog(props: {
  readonly request: ResourceRequestDetail;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}) {
  const { request, isOpen, onClose, onDeleted } = props;
  const api = useApi(promisesApiRef);
  const isBusy = useRef(false);
  const [typed, setTyped] = useState('');
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>();
  const removed = removalSummary(request);

  useEffect(() => {
    setTyped('');
    setError(undefined);
  }, [isOpen]);

  const remove = async () => {
    if (isBusy.current || typed !== request.name) {
      return;
    }
    isBusy.current = true;
    setPending(true);
    setError(undefined);
    try {
      await api.deleteRequest(request.uid);
      onDeleted();
      onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      isBusy.current = false;
      setPending(false);
    }
  };

  return (
    <Dialog isOpen={isOpen} onOpenChange={open => !open && onClose()}>
      <DialogHeader>{`Delete ${request.name}?`}</DialogHeader>
      <DialogBody>
        <form
          id={`delete-${request.uid}`}
          onSubmit={event => {
            event.preventDefault();
            remove();
          }}
        >
          <Flex direction="column" gap="4">
            {removed.length > 0 ? (
              <div>
                <Text>This removes:</Text>
                <ul className={styles.removed}>
                  {removed.map(line => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </div>
            ) : (
              <Text>Nothing of it was delivered, so no files are removed.</Text>
            )}
            {request.parentUid && (
              <Text>
                {`${parentName(
                  request,
                )} orders it again as soon as it is gone, without what was in it. To be rid of it, change or delete that one.`}
              </Text>
            )}
            <Text color="secondary">
              {removed.length > 0 &&
                'What the destinations provide because of it goes too. '}
              This cannot be undone.
            </Text>
            <TextField
              label={`Type ${request.name} to confirm`}
              value={typed}
              onChange={setTyped}
              autoComplete="off"
            />
            {error !== undefined && (
              <Alert
                status="danger"
                icon
                role="alert"
                title={describeError(error).title}
                description={`${describeError(error).message} ${
                  describeError(error).remedy
                }`}
              />
            )}
          </Flex>
        </form>
      </DialogBody>
      <DialogFooter>
        <Button
          type="submit"
          form={`delete-${request.uid}`}
          destructive
          isDisabled={typed !== request.name}
          isPending={isPending}
        >
          Delete
        </Button>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function parentName(request: ResourceRequestDetail): string {
  const parent = request.ancestors.find(({ uid }) => uid === request.parentUid);
  return parent
    ? `${parent.name} (${parent.promise.title})`
    : 'The request that it belongs to';
}
