import NextAuth from 'next-auth'
import { authConfig } from './config'

export const { signIn } = NextAuth(authConfig)
