import { usePermission } from '@backstage/plugin-permission-react';
import { doctorReadPermission } from '@promissory/plugin-promises-common';

/** Whether the person may see the doctor's report; false until that is known. */
export function useMaySeeDoctor(): boolean {
  return usePermission({ permission: doctorReadPermission }).allowed;
}
