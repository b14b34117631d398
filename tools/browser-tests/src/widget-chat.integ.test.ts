import { browserTests } from './index.ts';
import { conversations } from './widget/conversations.ts';
import { hostilePages } from './widget/hostile-pages.ts';
import { persons } from './widget/persons.ts';
import { troubles } from './widget/troubles.ts';

// One system for all: starting it takes longer than most of what is tested.
const tests = browserTests();

conversations(tests);
persons(tests);
troubles(tests);
hostilePages(tests);
