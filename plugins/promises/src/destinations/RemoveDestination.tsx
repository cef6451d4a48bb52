import { useState } from 'react';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
} from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { RiDeleteBinLine } from '@remixicon/react';
import type { DestinationInfo } from '@promissory/plugin-promises-common';
import {
  describeError,
  promisesApiRef,
} from '@promissory/plugin-promises-react';
import { ActionButton } from '../request/actions/ActionButton';

/** Removes a Destination that left the catalog; asks first. */
export function RemoveDestination(props: {
  readonly destination: DestinationInfo;
  readonly canDelete: boolean;
  readonly onRemoved: () => void;
}) {
  const { destination, canDelete, onRemoved } = props;
  const api = useApi(promisesApiRef);
  const [isOpen, setOpen] = useState(false);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>();

  const remove = async () => {
    setPending(true);
    setError(undefined);
    try {
      await api.deleteDestination(destination.name);
      setOpen(false);
      onRemoved();
    } catch (failure) {
      setError(failure);
    } finally {
      setPending(false);
    }
  };

  return (
    <>
      <ActionButton
        label="Remove"
        icon={<RiDeleteBinLine />}
        isDestructive
        whyNot={
          canDelete
            ? undefined
            : 'You lack the permission promises.destination.delete.'
        }
        onPress={() => setOpen(true)}
      />
      <Dialog isOpen={isOpen} onOpenChange={setOpen}>
        <DialogHeader>{`Remove ${destination.name}?`}</DialogHeader>
        <DialogBody>
          <Flex direction="column" gap="3">
            <Text>
              {`It left the catalog. ${destination.placements} placements go with it; where the Destination asks for clean-up, their files are removed from its state store too.`}
            </Text>
            {error !== undefined && (
              <Alert
                status="danger"
                icon
                role="alert"
                title={describeError(error).title}
                description={describeError(error).message}
              />
            )}
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button destructive isPending={isPending} onPress={remove}>
            Remove
          </Button>
          <Button variant="secondary" onPress={() => setOpen(false)}>
            Cancel
          </Button>
        </DialogFooter>
      </Dialog>
    </>
  );
}
