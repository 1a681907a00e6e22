import { commentWords } from '@/lib/words/comment'

/** The picture of a confirmation code, its sound, and the field for it. */
export function CodeField({ id, isWrong }: { id: string; isWrong: boolean }) {
  return (
    <div className="field">
      <label htmlFor="comment-code">{commentWords.code}</label>
      <img className="code" src={`/confirmation-code/${id}`} width={220} height={80} alt={commentWords.codeAlt} />
      {/* biome-ignore lint/a11y/useMediaCaption: what it says is the code, which its letters on the page would give away. */}
      <audio controls preload="none" src={`/confirmation-code/${id}/sound`} aria-label={commentWords.codeSound} />
      <a href={`/confirmation-code/${id}/sound`} download="code.wav" className="code-file">
        {commentWords.codeSoundFile}
      </a>
      <input type="hidden" name="codeId" value={id} />
      <span className="code-row">
        <input
          id="comment-code"
          name="code"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={50}
          aria-describedby={isWrong ? 'comment-refusal comment-code-hint' : 'comment-code-hint'}
          aria-invalid={isWrong || undefined}
        />
        <button type="submit" name="intent" value="code" className="button-quiet">
          {commentWords.anotherCode}
        </button>
      </span>
      <small id="comment-code-hint">{commentWords.codeHint}</small>
    </div>
  )
}
