/* The peer of the Swift driver: the same work with libical, the same numbers printed. One thread.
 * cc -O2 libical-driver.c -lical -o libical-driver; ./libical-driver parse|write|rules|window|idle FILE [ROUNDS] */
#include <libical/ical.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

/* Seconds of processor time: others may be busy on the machine. */
static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static char *slurp(const char *path, size_t *size) {
    FILE *f = fopen(path, "rb");
    if (!f) exit(66);
    fseek(f, 0, SEEK_END);
    *size = ftell(f);
    rewind(f);
    char *text = malloc(*size + 1);
    if (fread(text, 1, *size, f) != *size) exit(66);
    text[*size] = 0;
    fclose(f);
    return text;
}

static uint64_t mix_text(uint64_t sum, const char *text) {
    for (const unsigned char *p = (const unsigned char *)text; *p; p++) sum = sum * 31 + *p;
    return sum;
}

static uint64_t mix_time(uint64_t sum, struct icaltimetype t) {
    return sum * 31 + (uint64_t)(((t.year * 13 + t.month) * 32 + t.day) * 86400L + t.hour * 3600L + t.minute * 60L + t.second);
}

struct totals { long components, properties, parameters, rules; uint64_t sum; };

static void visit(icalcomponent *c, struct totals *t) {
    t->components++;
    for (icalproperty *p = icalcomponent_get_first_property(c, ICAL_ANY_PROPERTY); p;
         p = icalcomponent_get_next_property(c, ICAL_ANY_PROPERTY)) {
        t->properties++;
        for (icalparameter *q = icalproperty_get_first_parameter(p, ICAL_ANY_PARAMETER); q;
             q = icalproperty_get_next_parameter(p, ICAL_ANY_PARAMETER))
            t->parameters++;
        switch (icalproperty_isa(p)) {
        case ICAL_SUMMARY_PROPERTY: t->sum = mix_text(t->sum, icalproperty_get_summary(p)); break;
        case ICAL_DTSTART_PROPERTY:
            if (icalcomponent_isa(c) == ICAL_VEVENT_COMPONENT) t->sum = mix_time(t->sum, icalproperty_get_dtstart(p));
            break;
        case ICAL_DTEND_PROPERTY: t->sum = mix_time(t->sum, icalproperty_get_dtend(p)); break;
        case ICAL_RRULE_PROPERTY: {
            struct icalrecurrencetype r = icalproperty_get_rrule(p);
            t->rules += r.interval;
            break;
        }
        default: break;
        }
    }
    for (icalcomponent *i = icalcomponent_get_first_component(c, ICAL_ANY_COMPONENT); i;
         i = icalcomponent_get_next_component(c, ICAL_ANY_COMPONENT))
        visit(i, t);
}

static long found;
static uint64_t window_sum;
static void occurrence(icalcomponent *c, struct icaltime_span *span, void *data) {
    (void)c; (void)data;
    found++;
    window_sum += (uint64_t)span->start * 3 + (uint64_t)span->end;
}

static void run_rules(char *text) {
    long instances = 0;
    uint64_t sum = 0;
    icaltimezone *tokyo = icaltimezone_get_builtin_timezone("Asia/Tokyo");
    char *save = NULL;
    for (char *line = strtok_r(text, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
        char *rule = strchr(line, ' ');
        *rule++ = 0;
        struct icaltimetype start = icaltime_from_string(line);
        start.zone = tokyo;
        icalrecur_iterator *it = icalrecur_iterator_new(icalrecurrencetype_from_string(rule), start);
        for (int n = 0; n < 1000; n++) {
            struct icaltimetype t = icalrecur_iterator_next(it);
            if (icaltime_is_null_time(t)) break;
            instances++;
            sum = mix_time(sum, t) + (uint64_t)icaltime_as_timet_with_zone(t, tokyo);
        }
        icalrecur_iterator_free(it);
    }
    printf("instances=%ld sum=%016llx", instances, (unsigned long long)sum);
}

int main(int argc, char **argv) {
    if (argc < 3) return 64;
    int rounds = argc > 3 ? atoi(argv[3]) : 1;
    size_t size;
    char *text = slurp(argv[2], &size);
    for (int round = 0; round < rounds; round++) {
        double start = now();
        if (!strcmp(argv[1], "rules")) {
            char *copy = strdup(text);
            start = now();
            run_rules(copy);
            free(copy);
        } else if (strcmp(argv[1], "idle")) {
            icalcomponent *root = icalparser_parse_string(text);
            if (!strcmp(argv[1], "parse")) {
                struct totals t = {0};
                visit(root, &t);
                printf("components=%ld properties=%ld parameters=%ld rules=%ld sum=%016llx", t.components, t.properties,
                       t.parameters, t.rules, (unsigned long long)t.sum);
            } else if (!strcmp(argv[1], "write")) {
                start = now();
                char *out = icalcomponent_as_ical_string_r(root);
                printf("bytes=%zu", strlen(out));
                free(out);
            } else {
                start = now();
                found = 0;
                window_sum = 0;
                struct icaltimetype from = icaltime_from_string("20260401T000000Z"), to = icaltime_from_string("20280401T000000Z");
                for (icalcomponent *c = icalcomponent_get_first_component(root, ICAL_VEVENT_COMPONENT); c;
                     c = icalcomponent_get_next_component(root, ICAL_VEVENT_COMPONENT))
                    icalcomponent_foreach_recurrence(c, from, to, occurrence, NULL);
                printf("occurrences=%ld sum=%016llx", found, (unsigned long long)window_sum);
            }
            double took = now() - start;
            icalcomponent_free(root);
            start = now() - took;
        }
        printf(" seconds=%.4f", now() - start);
        struct rusage u;
        getrusage(RUSAGE_SELF, &u);
        printf(" resident_kib=%ld\n", u.ru_maxrss);
    }
    return 0;
}
