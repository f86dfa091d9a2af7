import { configure } from '@testing-library/react';

// Before every test: a busy machine may take seconds to load what a page loads later.
configure({ asyncUtilTimeout: 20_000 });
