import '@testing-library/jest-dom';

// The whole form is drawn in jsdom, in which finding an element by its role takes a while.
jest.setTimeout(60_000);

// CodeMirror measures its text; jsdom has no layout to measure.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
