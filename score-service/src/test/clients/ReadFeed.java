import io.aftertouch.client.score.ApiClient;
import io.aftertouch.client.score.ApiException;
import io.aftertouch.client.score.Problem;
import io.aftertouch.client.score.RespondentScoreFeed;
import io.aftertouch.client.score.RespondentScores;
import io.aftertouch.client.score.RespondentScoresApi;

/** A CRM with a client generated for Java: reads a respondent, then what has changed since a cursor. Arguments: address, key, reference, cursor. */
class ReadFeed {

    public static void main(String[] arguments) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + arguments[1]));
        RespondentScoresApi scores = new RespondentScoresApi(client);

        RespondentScores one = scores.getRespondentScores(arguments[2]);
        System.out.println("last " + one.getNps().getScore() + " " + one.getNps().getBand() + " " + one.getNps().getTrend() + " "
                + one.getNps().getAnsweredAt().toInstant());
        String cursor = arguments[3];
        RespondentScoreFeed page;
        do {
            page = scores.listRespondentScores(cursor, 1);
            for (RespondentScores changed : page.getItems()) {
                System.out.println(changed.getForgotten()
                        ? "forget " + changed.getId()
                        : "keep " + changed.getId() + " " + changed.getRef() + " " + changed.getNps().getScore());
            }
            cursor = page.getCursor();
        } while (page.getNext() != null);
        System.out.println("cursor " + cursor);
        try {
            scores.getRespondentScores("nobody");
        } catch (ApiException e) {
            Problem problem = ApiClient.createDefaultObjectMapper().readValue(e.getResponseBody(), Problem.class);
            System.out.println("problem " + e.getCode() + " " + problem.getType());
        }
    }
}
