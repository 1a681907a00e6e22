import { inject } from 'vitest'
import { addToEnvironment } from '@/lib/env'

// A session that a test makes is one that the nodes know.
addToEnvironment(inject('secrets'))
