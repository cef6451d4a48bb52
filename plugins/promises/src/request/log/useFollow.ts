import { useCallback, useLayoutEffect, useRef, useState } from 'react';

const NEAR_END_PX = 24;

/** Keeps the end of a growing box in view until the person scrolls away from it. */
export function useFollow(length: number) {
  const ref = useRef<HTMLDivElement>(null);
  const [isFollowing, setFollowing] = useState(true);

  const toEnd = useCallback(() => {
    const box = ref.current;
    if (box) {
      box.scrollTop = box.scrollHeight;
    }
    setFollowing(true);
  }, []);

  const onScroll = useCallback(() => {
    const box = ref.current;
    if (box) {
      setFollowing(
        box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PX,
      );
    }
  }, []);

  useLayoutEffect(() => {
    if (isFollowing) {
      toEnd();
    }
  }, [length, isFollowing, toEnd]);

  return { ref, isFollowing, toEnd, onScroll };
}
